using System.Collections.Immutable;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Brings the versions of one kind together: a kind has one definition, whatever the number of its classes.</summary>
internal static class CrdGrouping
{
    /// <summary>The definitions, ordered by path. Kinds whose classes contradict each other have none.</summary>
    public static IEnumerable<CrdModel> Group(ImmutableArray<CrdVersion> versions) => versions
        .GroupBy(version => (version.Names.Group, version.Names.Kind))
        .Where(Agree)
        .Select(same => new CrdModel(
            same.First().Names, same.Where(version => !version.Use.IsSkipped).OrderBy(version => version.Name, VersionPriority.Instance).ToEquatableArray()))
        .GroupBy(crd => crd.Path, (_, same) => same.First(), StringComparer.Ordinal)
        .OrderBy(crd => crd.Path, StringComparer.Ordinal);

    private static bool Agree(IEnumerable<CrdVersion> same) =>
        same.All(version => version.Names.Equals(same.First().Names))
        && same.Select(version => version.Name).Distinct().Count() == same.Count()
        && same.Count(version => IsStored(version.Use)) <= 1
        && same.Any(version => IsServed(version.Use));

    private static bool IsStored(VersionUse use) => use is { IsStored: true, IsSkipped: false };

    private static bool IsServed(VersionUse use) => use is { IsServed: true, IsSkipped: false };

    public static IEnumerable<DiagnosticInfo> FindConflicts(ImmutableArray<KindDeclaration> declarations)
    {
        foreach (var same in declarations.GroupBy(declaration => (declaration.Names.Group, declaration.Names.Kind)))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
            {
                var twin = same.TakeWhile(earlier => earlier != other).FirstOrDefault(earlier => earlier.Version == other.Version);
                if (twin is not null)
                    yield return Report(other, DiagnosticDescriptors.DuplicateKind, twin, $"{first.Names.Group}/{other.Version}, Kind={first.Names.Kind}");
                else if (Difference(first.Names, other.Names) is { } difference)
                    yield return Report(other, DiagnosticDescriptors.VersionsDisagree, first, difference);
            }
            if (DefinitionNames.CheckApproval(first.Names.Group, same.Any(declaration => declaration.IsApproved)) is { } problem)
                yield return new DiagnosticInfo(DiagnosticDescriptors.InvalidName, first.Location, EquatableArray.Of("The group", first.Names.Group, first.ClassName, problem));
            var stored = same.Where(declaration => IsStored(declaration.Use)).ToList();
            foreach (var other in stored.Skip(1))
                yield return Report(other, DiagnosticDescriptors.StoredTwice, stored[0], $"Kind={first.Names.Kind}");
            if (!same.Any(declaration => IsServed(declaration.Use)))
                yield return new DiagnosticInfo(DiagnosticDescriptors.NothingServed, first.Location, EquatableArray.Of(first.ClassName, $"Kind={first.Names.Kind}"));
        }
        foreach (var diagnostic in FindSharedPlurals(declarations))
            yield return diagnostic;
    }

    private static IEnumerable<DiagnosticInfo> FindSharedPlurals(ImmutableArray<KindDeclaration> declarations) =>
        from declaration in declarations
        group declaration by (declaration.Names.Group, declaration.Names.Plural) into same
        from other in same
        where other.Names.Kind != same.First().Names.Kind
        select new DiagnosticInfo(DiagnosticDescriptors.InvalidName, other.Location, EquatableArray.Of(
            "The plural", other.Names.Plural, other.ClassName, $"'{same.First().ClassName}' has it already; set Plural in [CustomResource]"));

    private static DiagnosticInfo Report(
        KindDeclaration other, Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, KindDeclaration first, string last) =>
        new(descriptor, other.Location, EquatableArray.Of(first.ClassName, other.ClassName, last));

    private static string? Difference(ResourceNames first, ResourceNames other)
    {
        if (first.Equals(other))
            return null;
        return first.Plural != other.Plural ? "plural"
            : first.Singular != other.Singular ? "singular"
            : first.ListKind != other.ListKind ? "kind of lists"
            : first.Scope != other.Scope ? "scope"
            : !first.ShortNames.Equals(other.ShortNames) ? "short names" : "categories";
    }
}

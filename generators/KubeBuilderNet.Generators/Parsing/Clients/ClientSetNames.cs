using System.Collections.Immutable;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Clients;

/// <summary>Names client sets as client-go does, by the first label of the group, and by the whole group where that name isn't free.</summary>
internal static class ClientSetNames
{
    /// <summary>The sets with their names, and with what can be made of them in this compilation; none when nothing can.</summary>
    public static EquatableArray<ClientSet> Choose(EquatableArray<ClientSet> sets, Compilation compilation)
    {
        var hasClient = compilation.GetTypeByMetadataName(KnownTypeNames.ResourceClient) is not null;
        var hasListers = compilation.GetTypeByMetadataName(KnownTypeNames.SharedInformerFactory) is not null;
        if (!hasClient && !hasListers)
            return EquatableArray<ClientSet>.Empty;
        var shared = sets.GroupBy(static set => (set.Namespace, Short(set))).Where(static same => same.Skip(1).Any()).Select(static same => same.Key).ToImmutableHashSet();
        var taken = new HashSet<(string, string)>();
        var named = new List<ClientSet>();
        foreach (var set in sets)
        {
            string[] stems = shared.Contains((set.Namespace, Short(set))) ? [Long(set)] : [Short(set), Long(set)];
            var stem = stems.FirstOrDefault(stem => !taken.Contains((set.Namespace, stem)) && Endings.All(ending => IsFree(set, stem + ending, compilation)));
            if (stem is not null)
                taken.Add((set.Namespace, stem));
            var hint = set.Namespace.Length == 0 ? stem : $"{set.Namespace}.{stem}";
            named.Add(set with { Stem = stem, HintName = hint ?? "", HasClient = hasClient, HasListers = hasListers });
        }
        return HintNames.MakeDistinct(named, static set => set.HintName, static (set, name) => set with { HintName = name }).ToEquatableArray();
    }

    /// <summary>Says of a set without a name which names are taken.</summary>
    public static DiagnosticInfo Report(ClientSet set, ImmutableArray<KindDeclaration> declarations)
    {
        var first = declarations.First(declaration => declaration.Names.Group == set.Group && declaration.Version == set.Version);
        var place = set.Namespace.Length == 0 ? "the global namespace" : $"the namespace {set.Namespace}";
        return new DiagnosticInfo(DiagnosticDescriptors.NoClientSet, first.Location, EquatableArray.Of(
            set.ApiVersion, Short(set) + Endings[0], Long(set) + Endings[0], Endings[1], place));
    }

    private static readonly string[] Endings = [ClientSetWriter.Client, ClientSetWriter.Listers];

    private static string Short(ClientSet set) => Stem(set.Group.Split('.').Take(1), set.Version);

    private static string Long(ClientSet set) => Stem(set.Group.Split('.'), set.Version);

    private static string Stem(IEnumerable<string> labels, string version)
    {
        var name = string.Concat(labels.Append(version).SelectMany(static label => label.Split('-')).Select(Capitalized));
        return char.IsDigit(name[0]) ? "_" + name : name;
    }

    internal static string Capitalized(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word.Substring(1);

    private static bool IsFree(ClientSet set, string name, Compilation compilation)
    {
        if (set.Kinds.Any(kind => kind.Property == name))
            return false;
        INamespaceSymbol? space = compilation.GlobalNamespace;
        foreach (var part in set.Namespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            space = space.GetMembers(part.TrimStart('@')).OfType<INamespaceSymbol>().FirstOrDefault();
            if (space is null)
                return true;
        }
        return !space.GetMembers(name).Any(member => Takes(member, compilation));
    }

    private static bool Takes(INamespaceOrTypeSymbol member, Compilation compilation) => member is not INamedTypeSymbol type
        || (type.Arity == 0 && !IsOtherHalf(type, compilation) && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));

    // A partial class of the user's adds to the generated one.
    private static bool IsOtherHalf(INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        && type is { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false }
        && ResourceBase.Of(type) is null
        && type.DeclaringSyntaxReferences.All(static reference =>
            reference.GetSyntax() is ClassDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}

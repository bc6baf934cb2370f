using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Checks a definition around its schema, and at last the schema as a whole.</summary>
internal static class DefinitionChecks
{
    private delegate IEnumerable<(AttributeData Cause, Problem Problem)> Check(INamedTypeSymbol type, Schema schema);

    private static readonly Check[] Checks =
    [
        SelectableFieldChecks.Find, ScaleChecks.Find, MetadataChecks.Find, ConversionChecks.Find, ObjectNameChecks.Find,
    ];

    public static void Run(
        INamedTypeSymbol type, AttributeData resource, ResourceNames names, Schema schema, List<DiagnosticInfo> diagnostics, CancellationToken cancellation)
    {
        void Report(AttributeData cause, DiagnosticDescriptor descriptor, Replacement? replacement, string[] arguments) =>
            diagnostics.Add(DiagnosticInfo.Create(descriptor, cause.GetLocation(cancellation) ?? type.GetSourceLocation(), arguments) with { Replacement = replacement });

        foreach (var (what, name, text) in DefinitionNames.Find(names))
            Report(resource, DiagnosticDescriptors.InvalidName, null, [what, name, type.Name, text]);
        foreach (var (cause, problem) in Checks.SelectMany(check => check(type, schema)))
            Report(cause, problem.Descriptor, problem.Replacement, [type.Name, .. problem.Arguments]);
        if (diagnostics.Exists(found => found.IsError))
            return;
        foreach (var (path, text) in StructuralChecks.Find(schema).Take(1))
            Report(resource, DiagnosticDescriptors.NotStructural, null, [type.Name, path, text]);
    }

    /// <summary>The attributes of the class with this name, of KubeBuilderNet.Annotations.</summary>
    public static IEnumerable<AttributeData> Attributes(this INamedTypeSymbol type, string name) =>
        type.GetAttributes().Where(attribute => attribute.AttributeClass.Is(KnownTypeNames.Annotations, name));
}

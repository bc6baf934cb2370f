using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Controllers;

/// <summary>The kinds that a reconciler has to do with.</summary>
internal static class ControllerKinds
{
    /// <summary>The kinds that the class reconciles.</summary>
    public static IEnumerable<INamedTypeSymbol> Reconciled(INamedTypeSymbol type) => type.AllInterfaces
        .Where(face => IsNamed(face, KnownTypeNames.Reconciler))
        .Select(face => face.TypeArguments[0])
        .OfType<INamedTypeSymbol>();

    /// <summary>The kinds that its objects own.</summary>
    public static IEnumerable<INamedTypeSymbol> Owned(INamedTypeSymbol type) => Attributes(type, KnownTypeNames.OwnsAttribute).Select(one => one.Kind);

    /// <summary>The kinds of the operator's own cluster that it watches beside these.</summary>
    public static IEnumerable<INamedTypeSymbol> Watched(INamedTypeSymbol type) => Attributes(type, KnownTypeNames.WatchesAttribute)
        .Where(one => one.Attribute.Named("Cluster") is null)
        .Select(one => one.Kind);

    /// <summary>The attributes of a generic class, each with the kind that it is about.</summary>
    public static IEnumerable<(AttributeData Attribute, INamedTypeSymbol Kind)> Attributes(INamedTypeSymbol type, string metadataName)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol kind] } applied && IsNamed(applied, metadataName))
                yield return (attribute, kind);
        }
    }

    private static bool IsNamed(INamedTypeSymbol type, string metadataName) =>
        metadataName.EndsWith("." + type.MetadataName, StringComparison.Ordinal)
        && type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName == metadataName;
}

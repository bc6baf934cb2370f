using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Paths;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>What is wrong with <c>[ScaleSubresource]</c>.</summary>
internal static class ScaleChecks
{
    public static IEnumerable<(AttributeData Cause, Problem Problem)> Find(INamedTypeSymbol type, Schema schema)
    {
        foreach (var attribute in type.Attributes("ScaleSubresourceAttribute"))
        {
            if (attribute.Argument(0) is not string spec || attribute.Argument(1) is not string status)
                continue;
            foreach (var (what, path, fault) in ScalePaths.Find(spec, status, attribute.Named("SelectorPath") as string, schema))
                yield return (attribute, Problem(what, path, fault) with { Replacement = fault.Replacement });
        }
    }

    private static Problem Problem(string what, string path, PathFault fault) => fault.IsRefused
        ? new(DiagnosticDescriptors.InvalidScalePath, [], what, path, fault.Text)
        : new(DiagnosticDescriptors.DeadPath, [], $"{what} '{path}'", fault.Text);
}

using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Diagnostics;

/// <summary>A diagnostic that may wait in the pipeline: it holds strings and a <see cref="LocationInfo"/>, no syntax and no symbol.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments)
{
    /// <summary>What a code fix replaces in the text underlined, and by what; null when it replaces nothing.</summary>
    public Replacement? Replacement { get; init; }

    /// <summary>Whether it keeps a manifest from being written.</summary>
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        new(descriptor, LocationInfo.From(location), EquatableArray.Of(arguments));

    /// <param name="compilation">Where the place is looked up, so that it lies in a document of the editor; null to name its path only.</param>
    public Diagnostic ToDiagnostic(Compilation? compilation = null)
    {
        var arguments = new object[Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Arguments[i];
        return Diagnostic.Create(Descriptor, Location?.ToLocation(compilation) ?? Microsoft.CodeAnalysis.Location.None, Replacement?.ToProperties(), arguments);
    }
}

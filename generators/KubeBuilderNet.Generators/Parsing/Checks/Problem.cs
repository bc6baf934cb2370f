using KubeBuilderNet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>What a check found: the diagnostic, its arguments behind the name, and the attributes that may be the cause.</summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, string[] Causes, params string[] Arguments)
{
    /// <summary>Whether the declaration itself is the cause when it has none of the attributes: an initializer, say.</summary>
    public bool MayBeOfDeclaration { get; init; }

    /// <summary>The first argument of the attribute that is the cause, where several of them may stand at one place.</summary>
    public string? Argument { get; init; }

    public Replacement? Replacement { get; init; }

    /// <summary>What is said about it where the place is named otherwise.</summary>
    public string Text => Arguments[Arguments.Length - 1];
}

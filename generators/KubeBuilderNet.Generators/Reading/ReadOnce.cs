using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Reading;

/// <summary>What was read from an annotated class, for as long as nothing that it was read from can have changed.</summary>
/// <remarks>
/// At each edit anywhere Roslyn asks for every annotated class again, and most edits are inside of methods or of one class. What is kept is models
/// and hashes, no symbol, and it lives no longer than the syntax tree of the class.
/// </remarks>
/// <typeparam name="T">What is read: without symbols, as all that steps give.</typeparam>
internal static class ReadOnce<T>
    where T : class
{
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<TextSpan, Reading>> Known = new();

    public static T Of(
        GeneratorAttributeSyntaxContext found, Func<GeneratorAttributeSyntaxContext, CancellationToken, T> read, CancellationToken cancellation)
    {
        var compilation = found.SemanticModel.Compilation;
        var declarations = Declarations.Of(compilation, cancellation);
        var ofTree = Known.GetOrCreateValue(found.TargetNode.SyntaxTree);
        if (ofTree.TryGetValue(found.TargetNode.Span, out var earlier) && earlier.Declarations.AreSame(declarations, earlier.Files))
            return earlier.Value;
        var value = read(found, cancellation);
        ofTree[found.TargetNode.Span] = new Reading(declarations, ReachedFiles.Of((INamedTypeSymbol)found.TargetSymbol, compilation, cancellation), value);
        return value;
    }

    private sealed record Reading(Declarations Declarations, ImmutableArray<int> Files, T Value);
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>All that a compilation declares; equal to another's if they differ in nothing but the bodies of methods.</summary>
/// <remarks>What is read from symbols, attributes, initializers and comments is the same where this is equal, and so are its places.</remarks>
internal sealed class Declarations : IEquatable<Declarations>
{
    private static readonly ConditionalWeakTable<Compilation, Declarations> Known = new();

    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly ImmutableArray<FileDeclarations> _files;
    private Tuple<Declarations, bool>? _compared;

    private Declarations(Compilation compilation, CancellationToken cancellation)
    {
        _assembly = compilation.AssemblyName;
        _options = compilation.Options;
        _references = compilation.References.ToImmutableArray();
        _files = compilation.SyntaxTrees.Select(tree => FileDeclarations.Of(tree, cancellation)).ToImmutableArray();
    }

    public static Declarations Of(Compilation compilation, CancellationToken cancellation) =>
        Known.GetValue(compilation, compilation => new Declarations(compilation, cancellation));

    // Each class of a compilation asks for the same comparison.
    public bool Equals(Declarations? other)
    {
        if (other is null || ReferenceEquals(this, other))
            return other is not null;
        if (_compared is { } known && ReferenceEquals(known.Item1, other))
            return known.Item2;
        var isEqual = _assembly == other._assembly && _files.SequenceEqual(other._files) && _references.SequenceEqual(other._references) && _options.Equals(other._options);
        _compared = Tuple.Create(other, isEqual);
        return isEqual;
    }

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => _files.Length;
}

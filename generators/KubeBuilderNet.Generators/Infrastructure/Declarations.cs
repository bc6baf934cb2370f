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

    // Weak: a reference to another project holds a compilation.
    private readonly ImmutableArray<WeakReference<MetadataReference>> _references;
    private readonly ImmutableArray<FileDeclarations> _files;
    private Tuple<Declarations, bool>? _compared;

    private Declarations(Compilation compilation, CancellationToken cancellation)
    {
        _assembly = compilation.AssemblyName;
        _options = compilation.Options;
        _references = compilation.References.Select(reference => new WeakReference<MetadataReference>(reference)).ToImmutableArray();
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
        var isEqual = _assembly == other._assembly && _files.SequenceEqual(other._files) && RefersAs(other) && _options.Equals(other._options);
        _compared = Tuple.Create(other, isEqual);
        return isEqual;
    }

    private bool RefersAs(Declarations other)
    {
        if (_references.Length != other._references.Length)
            return false;
        for (var i = 0; i < _references.Length; i++)
        {
            if (!_references[i].TryGetTarget(out var mine) || !other._references[i].TryGetTarget(out var theirs) || !ReferenceEquals(mine, theirs))
                return false;
        }
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => _files.Length;
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Reading;

/// <summary>All that a compilation declares, file by file.</summary>
internal sealed class Declarations
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

    /// <summary>
    /// Whether what was read of some files reads the same in another compilation: symbols, attributes, initializers, comments, and their places.
    /// </summary>
    /// <param name="other">The other compilation's declarations.</param>
    /// <param name="files">The files, by their places among all.</param>
    public bool AreSame(Declarations other, ImmutableArray<int> files)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (!MeanTheSame(other))
            return false;
        foreach (var file in files)
        {
            if (_files[file].Text != other._files[file].Text)
                return false;
        }
        return true;
    }

    // Each class of a compilation asks for the same comparison.
    private bool MeanTheSame(Declarations other)
    {
        if (_compared is { } known && ReferenceEquals(known.Item1, other))
            return known.Item2;
        var isSame = _assembly == other._assembly && HasShapesOf(other) && RefersAs(other) && _options.Equals(other._options);
        _compared = Tuple.Create(other, isSame);
        return isSame;
    }

    private bool HasShapesOf(Declarations other)
    {
        if (_files.Length != other._files.Length)
            return false;
        for (var i = 0; i < _files.Length; i++)
        {
            if (!_files[i].HasShapeOf(other._files[i]))
                return false;
        }
        return true;
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
}

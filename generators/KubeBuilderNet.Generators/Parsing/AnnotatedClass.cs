using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>A class with an attribute, about to be read; equal to the one of an earlier compilation if reading it gives the same.</summary>
/// <remarks>
/// The one thing in the pipeline that holds symbols: an edit inside of a method keeps the earlier one, so that nothing is read again. The
/// compilation that it keeps alive is replaced with the next edit of a declaration.
/// </remarks>
internal sealed class AnnotatedClass : IEquatable<AnnotatedClass>
{
    private readonly Declarations _declarations;
    private readonly string _path;
    private readonly int _position;

    private AnnotatedClass(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        Type = (INamedTypeSymbol)found.TargetSymbol;
        Attribute = found.Attributes[0];
        Compilation = found.SemanticModel.Compilation;
        _declarations = Declarations.Of(Compilation, cancellation);
        _path = found.TargetNode.SyntaxTree.FilePath;
        _position = found.TargetNode.SpanStart;
    }

    public INamedTypeSymbol Type { get; }

    public AttributeData Attribute { get; }

    public Compilation Compilation { get; }

    public static AnnotatedClass Of(GeneratorAttributeSyntaxContext found, CancellationToken cancellation) => new(found, cancellation);

    public bool Equals(AnnotatedClass? other) =>
        other is not null && _position == other._position && _path == other._path && _declarations.Equals(other._declarations);

    public override bool Equals(object? obj) => Equals(obj as AnnotatedClass);

    public override int GetHashCode() => _position;
}

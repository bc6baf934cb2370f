using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>A place in source by path and spans: unlike <see cref="Location"/> it holds no syntax tree, so it keeps equality and memory.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan LineSpan)
{
    public static LocationInfo? From(Location? location) =>
        location?.SourceTree is { } tree ? new LocationInfo(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span) : null;

    /// <summary>The place in a tree of the compilation, or, without one, by path and lines alone.</summary>
    public Location ToLocation(Compilation? compilation = null) =>
        compilation?.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == Path) is { } tree && Span.End <= tree.Length
            ? Location.Create(tree, Span)
            : Location.Create(Path, Span, LineSpan);
}

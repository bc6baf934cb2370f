using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Documentation;

/// <summary>Reads the description of a type or property from its documentation comment.</summary>
/// <remarks>
/// For source it reads the comment's text itself: without a documentation file the compiler leaves such comments unparsed, and what a
/// CustomResourceDefinition says must not hang on that switch.
/// </remarks>
internal static class DocumentationReader
{
    public static string? Summary(ISymbol symbol, CancellationToken cancellation)
    {
        for (var current = symbol; current is not null; current = Inherited(current))
        {
            var comment = Comment(current, cancellation);
            if (comment is null || comment.IndexOf("<inheritdoc", StringComparison.Ordinal) < 0)
                return comment is null ? PositionalParameter(current, cancellation) : SummaryRenderer.Render(comment, "summary", null);
        }
        return null;
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => (ISymbol?)property.OverriddenProperty ?? property.ContainingType.AllInterfaces
            .SelectMany(type => type.GetMembers(property.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(member), property)),
        INamedTypeSymbol { BaseType.SpecialType: SpecialType.None } type => type.BaseType,
        _ => null,
    };

    private static string? Comment(ISymbol symbol, CancellationToken cancellation)
    {
        if (symbol.DeclaringSyntaxReferences.Length == 0)
            return FromMetadata(symbol, cancellation);
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(cancellation);
            if (node is MemberDeclarationSyntax && CommentText.Of(node) is { } text)
                return text;
        }
        return null;
    }

    // A positional parameter of a record is described by <param> of the record.
    private static string? PositionalParameter(ISymbol symbol, CancellationToken cancellation) =>
        symbol is IPropertySymbol property
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ParameterSyntax
        && Comment(property.ContainingType, cancellation) is { } comment
            ? SummaryRenderer.Render(comment, "param", property.Name)
            : null;

    private static string? FromMetadata(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrEmpty(xml))
            return null;
        try
        {
            return DescriptionLines.Dedent(string.Concat(XElement.Parse(xml, LoadOptions.PreserveWhitespace).Nodes()).Trim());
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

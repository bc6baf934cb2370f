using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Reading;

/// <summary>A source file without the bodies of its methods, with the place of each member.</summary>
internal static class FileText
{
    public static string Of(SyntaxNode root, SourceText source)
    {
        var shown = new StringBuilder(source.Length);
        var end = 0;
        foreach (var member in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (member is not MemberDeclarationSyntax)
                continue;
            if (Body(member) is { ContainsDirectives: false } body)
            {
                shown.Append(source.ToString(TextSpan.FromBounds(end, body.SpanStart))).Append('\0');
                end = body.Span.End;
            }
            else if (member is not BaseMethodDeclarationSyntax)
            {
                // A diagnostic's place moves with it. What methods have isn't read.
                var place = source.Lines.GetLinePosition(member.SpanStart);
                shown.Append('\0').Append(member.SpanStart).Append(',').Append(place.Line).Append(',').Append(place.Character).Append('\0');
            }
        }
        return shown.Append(source.ToString(TextSpan.FromBounds(end, source.Length))).ToString();
    }

    private static SyntaxNode? Body(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        GlobalStatementSyntax statement => statement.Statement,
        _ => null,
    };
}

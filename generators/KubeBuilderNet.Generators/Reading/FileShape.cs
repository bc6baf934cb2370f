using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Reading;

/// <summary>The part of a source file that other files see without looking at the members of its types.</summary>
/// <remarks>Comments, attributes, properties and methods are seen only by who reads the type that has them.</remarks>
internal static class FileShape
{
    public static string Of(SyntaxNode root)
    {
        var text = new StringBuilder();
        Add(text, root);
        return text.ToString();
    }

    private static void Add(StringBuilder text, SyntaxNode node)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is not { } part)
                text.Append(child.AsToken().Text).Append(' ');
            else if (IsSeen(part))
                Add(text, part);
        }
    }

    private static bool IsSeen(SyntaxNode part) => part switch
    {
        AttributeListSyntax attributes => attributes.Parent is CompilationUnitSyntax,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or DelegateDeclarationSyntax or EnumMemberDeclarationSyntax => true,
        MemberDeclarationSyntax or ParameterListSyntax => false,
        _ => true,
    };
}

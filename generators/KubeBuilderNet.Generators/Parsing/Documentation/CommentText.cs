using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Generators.Parsing.Documentation;

/// <summary>The text inside <c>///</c> and <c>/** */</c> comments before a declaration, without the comment's own signs.</summary>
internal static class CommentText
{
    public static string? Of(SyntaxNode node)
    {
        StringBuilder? text = null;
        foreach (var trivia in node.GetLeadingTrivia())
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.SingleLineCommentTrivia:
                case SyntaxKind.SingleLineDocumentationCommentTrivia:
                    AddLines(ref text, trivia.ToFullString(), "///");
                    break;
                case SyntaxKind.MultiLineCommentTrivia:
                case SyntaxKind.MultiLineDocumentationCommentTrivia:
                    AddBlock(ref text, trivia.ToFullString());
                    break;
            }
        }
        return text?.ToString();
    }

    private static void AddLines(ref StringBuilder? text, string comment, string sign)
    {
        foreach (var line in comment.Split('\n'))
        {
            var content = line.TrimStart();
            // Four slashes are an ordinary comment.
            if (!content.StartsWith(sign, StringComparison.Ordinal) || content.StartsWith("////", StringComparison.Ordinal))
                continue;
            AppendLine(text ??= new StringBuilder(), content, sign.Length);
        }
    }

    private static void AddBlock(ref StringBuilder? text, string comment)
    {
        var start = comment.IndexOf("/**", StringComparison.Ordinal);
        if (start < 0 || comment.Length < start + 5)
            return;
        text ??= new StringBuilder();
        foreach (var line in comment.Substring(start + 3, comment.LastIndexOf("*/", StringComparison.Ordinal) - start - 3).Split('\n'))
        {
            var content = line.Trim();
            AppendLine(text, content, content.StartsWith("*", StringComparison.Ordinal) ? 1 : 0);
        }
    }

    // One blank after the sign is layout, further ones are the author's.
    private static void AppendLine(StringBuilder text, string line, int start)
    {
        if (start < line.Length && line[start] == ' ')
            start++;
        text.Append(line, start, line.TrimEnd('\r').Length is var end && end > start ? end - start : 0).Append('\n');
    }
}

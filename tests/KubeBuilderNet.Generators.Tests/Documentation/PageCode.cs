using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Tests.Documentation;

/// <summary>The C# of a page, as two sources in which everything else is blank: so what is wrong is reported at its line of the page.</summary>
/// <param name="Types">The types of all fences.</param>
/// <param name="Statements">Their statements, which make the program; null without any.</param>
/// <remarks>Using directives stand in the page's first fences and hold for all of it.</remarks>
internal sealed partial record PageCode(string Types, string? Statements)
{
    public static PageCode Read(string page)
    {
        var text = page.ReplaceLineEndings("\n");
        var (types, statements) = (Blank(text), Blank(text));
        var (fences, hasStatements) = (Fence().Matches(text), false);
        Assert.True(fences.Count > 0, "The page has no csharp fence.");
        foreach (var code in fences.Select(fence => fence.Groups["code"]))
        {
            var unit = SyntaxFactory.ParseCompilationUnit(code.Value);
            // What can't be parsed stays whole, for the compiler to say what is wrong with it.
            var parts = unit.ContainsDiagnostics ? [unit] : unit.ChildNodes();
            foreach (var part in parts)
            {
                hasStatements |= part is GlobalStatementSyntax;
                if (part is not GlobalStatementSyntax)
                    Copy(part, types);
                if (part is GlobalStatementSyntax or UsingDirectiveSyntax)
                    Copy(part, statements);
            }

            void Copy(SyntaxNode part, char[] to) => code.ValueSpan.Slice(part.FullSpan.Start, part.FullSpan.Length).CopyTo(to.AsSpan(code.Index + part.FullSpan.Start));
        }
        return new PageCode(new string(types), hasStatements ? new string(statements) : null);
    }

    private static char[] Blank(string text) => [.. text.Select(static c => c == '\n' ? c : ' ')];

    [GeneratedRegex("^ *```csharp\\b[^\n]*\n(?<code>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}

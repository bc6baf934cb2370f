using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>A diagnostic that a test asks for: its id, the source text it underlines, and a part of its message.</summary>
internal sealed record ExpectedDiagnostic(string Id, string At, string Message)
{
    public static void AssertAll(IReadOnlyCollection<ExpectedDiagnostic> expected, IEnumerable<ReportedDiagnostic> reported)
    {
        var left = reported.ToList();
        foreach (var diagnostic in expected)
        {
            var match = left.Find(diagnostic.Matches);
            Assert.True(match is not null, $"Not reported: {diagnostic}\nReported:\n{string.Join("\n", left)}");
            left.Remove(match);
        }
        Assert.Empty(left);
    }

    private bool Matches(ReportedDiagnostic diagnostic) => diagnostic.Id == Id && diagnostic.At == At
        && diagnostic.Message.Contains(Message, StringComparison.Ordinal);
}

/// <summary>What a generator reported, as text.</summary>
internal sealed record ReportedDiagnostic(string Id, string At, string Message, string Place)
{
    public static ReportedDiagnostic Of(Diagnostic diagnostic, Compilation compilation)
    {
        var span = diagnostic.Location.GetLineSpan();
        var text = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == span.Path)?.GetText();
        return new ReportedDiagnostic(
            diagnostic.Id,
            text?.ToString(text.Lines.GetTextSpan(span.Span)) ?? "",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            span.ToString());
    }
}

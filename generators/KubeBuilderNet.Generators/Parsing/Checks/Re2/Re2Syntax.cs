namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>Whether API servers, which compile patterns with Go's <c>regexp</c>, accept a pattern.</summary>
/// <remarks>Follows Go's <c>regexp/syntax.Parse</c> with the flags of <c>regexp.Compile</c>; its limits of size and depth aren't counted.</remarks>
internal static class Re2Syntax
{
    /// <summary>Null for a pattern that compiles; else what is wrong with it, and what to write in its place.</summary>
    public static string? Check(string pattern)
    {
        try
        {
            new PatternParser(pattern).Parse();
            return null;
        }
        catch (PatternException e)
        {
            return e.Message;
        }
    }
}

/// <summary>What is wrong with a pattern. It never leaves this namespace.</summary>
internal sealed class PatternException(string message) : Exception(message);

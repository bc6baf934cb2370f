using System.Text.RegularExpressions;

namespace KubeBuilderNet.Cli.Images;

/// <summary>What an error of the SDK's container publishing means.</summary>
internal static partial class PublishErrors
{
    /// <summary>The line to show; null when the errors are not of publishing but of the project.</summary>
    public static string? Explain(string output)
    {
        if (ContainerError().Match(output) is { Success: true } known)
            return $"{known.Groups["message"].Value.TrimEnd('.')} ({known.Groups["code"].Value})";
        // What the SDK didn't foresee comes as a stack trace, the cause innermost.
        if (!output.Contains("error MSB4018: The \"Create", StringComparison.Ordinal) || Thrown().Matches(output) is not [var first, ..] thrown)
            return null;
        var message = Message(first).Replace(", see inner exception", "", StringComparison.Ordinal);
        var cause = Message(thrown.TakeWhile(match => match == first || match.Groups["inner"].Success).Last());
        var because = message.Contains(cause, StringComparison.Ordinal) ? "" : $": {cause}";
        return $"the image was not made: {message}{because}. See --image and --base-image, and whether their registries can be reached";
    }

    private static string Message(Match match) => match.Groups["message"].Value.TrimEnd('.');

    [GeneratedRegex(@"error (?<code>CONTAINER[0-9]+): (?<message>[^\r\n]+?)(?: \[[^\]\r\n]+\])?\r?(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerError();

    [GeneratedRegex(@"error MSB4018: (?<inner> *---> )?[A-Za-z_][A-Za-z0-9_.]*Exception(?: \([^)]*\))?: (?<message>[^\r\n]+?)(?: \[[^\]\r\n]+\])?\r?(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Thrown();
}

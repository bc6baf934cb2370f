using System.CommandLine;
using System.CommandLine.Parsing;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>
/// What was written for an option, for rules about several at once: asking for a value throws when there is none to be had
/// (one too many, or not of the type), which the parser tells the user itself.
/// </summary>
internal static class GivenExtensions
{
    /// <summary>Whether a flag was set.</summary>
    public static bool IsSet(this SymbolResult result, Option<bool> flag) =>
        result.GetResult(flag) is { Implicit: false } given && given.Tokens.All(static token => bool.TryParse(token.Value, out var isOn) && isOn);

    /// <summary>The values that were written, in their order; none for an option that wasn't.</summary>
    public static IEnumerable<string> Given<T>(this SymbolResult result, Option<T> option) =>
        result.GetResult(option)?.Tokens.Select(static token => token.Value) ?? [];
}

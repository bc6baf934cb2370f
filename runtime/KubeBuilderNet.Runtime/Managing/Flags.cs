using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;

namespace KubeBuilderNet.Managing;

/// <summary>Finds flags: on the command line, else in the configuration, where <c>leader-elect</c> may be called <c>LEADER_ELECT</c>.</summary>
/// <remarks>
/// The command line is read anew, by the rules of Go's flags: .NET's reader would take what follows a bare <c>--leader-elect</c> for its value.
/// </remarks>
internal sealed class Flags(IConfiguration? configuration)
{
    private readonly string[] _arguments = (configuration as IConfigurationBuilder)?.Sources
        .OfType<CommandLineConfigurationSource>().LastOrDefault()?.Args?.ToArray() ?? [];

    /// <summary>The flag's value; null when nobody gives one.</summary>
    /// <exception cref="ManagerException">The flag stands on the command line without a value.</exception>
    internal string? Text(string name) => Find(name) is var (text, isBare) && isBare
        ? throw new ManagerException($"--{name} needs a value: write --{name}=VALUE.")
        : text;

    /// <summary>The flag's number; null when nobody gives one.</summary>
    /// <exception cref="ManagerException">The value is no such number.</exception>
    internal T? Number<T>(string name)
        where T : struct, INumber<T> => Text(name) switch
        {
            null or "" => null,
            var text => T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new ManagerException($"{Called(name)} must be a {(typeof(T) == typeof(int) ? "whole " : "")}number, not '{text}'."),
        };

    /// <summary>Whether the flag is on; null when nobody says.</summary>
    /// <exception cref="ManagerException">The value is no truth value.</exception>
    internal bool? Switch(string name)
    {
        var (text, isBare) = Find(name);
        return text switch
        {
            null => isBare ? true : null,
            "1" or "t" or "T" or "true" or "True" or "TRUE" => true,
            "0" or "f" or "F" or "false" or "False" or "FALSE" => false,
            _ => throw new ManagerException($"{Called(name)} must be true or false, not '{text}'."),
        };
    }

    /// <summary>The flag as messages name it, with the variable that sets it, too.</summary>
    internal static string Called(string name) => $"--{name} ({Variable(name)})";

    private static string Variable(string name) => name.ToUpperInvariant().Replace('-', '_');

    // The last one counts, as in Go.
    private (string? Text, bool IsBare) Find(string name)
    {
        for (var index = _arguments.Length - 1; index >= 0; index--)
        {
            if (_arguments[index] is not ['-', '-', .. var flag])
                continue;
            if (flag.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                return (flag[(name.Length + 1)..], false);
            if (!flag.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var next = index + 1 < _arguments.Length ? _arguments[index + 1] : "-";
            return next.StartsWith('-') ? (null, true) : (next, false);
        }
        return (configuration?[name] ?? configuration?[Variable(name)], false);
    }
}

using System.Globalization;
using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Controllers;

/// <summary>Reads <c>[Controller]</c> into assignments to the controller's options.</summary>
internal static class ControllerSettings
{
    private const int LongestTimeout = 49 * 24 * 60 * 60;
    private const string Seconds = "Seconds";

    /// <summary>What is said, in the order in which it is written, without what is reported.</summary>
    public static EquatableArray<string> Read(AttributeData attribute, int kinds, Action<string, string> report)
    {
        var settings = new List<string>();
        foreach (var (name, value) in attribute.NamedArguments.Select(argument => (argument.Key, argument.Value.Value)))
        {
            if (Fault(name, value, kinds) is { } fault)
                report(name, fault);
            else if (Assignment(name, value) is { } assignment)
                settings.Add(assignment);
        }
        return settings.ToEquatableArray();
    }

    private static string? Fault(string name, object? value, int kinds) => (name, value) switch
    {
        ("Name", string text) when string.IsNullOrWhiteSpace(text) => "it must not be empty; leave it out for the usual name",
        ("Name", string) when kinds > 1 => "the class reconciles several kinds, and each has a controller of its own, which can't share a name",
        ("MaxConcurrentReconciles", < 1) => "it must be at least 1",
        (_, int seconds) when IsTimeout(name) && seconds is not (-1) and (< 1 or > LongestTimeout) => "it must be above zero and at most 49 days, or -1 for no limit",
        _ => null,
    };

    private static string? Assignment(string name, object? value) => value switch
    {
        string text => $"{name} = {ControllerWriter.Literal(text)}",
        bool flag => $"{name} = {(flag ? "true" : "false")}",
        -1 when IsTimeout(name) => $"{Option(name)} = global::System.Threading.Timeout.InfiniteTimeSpan",
        int seconds when IsTimeout(name) => $"{Option(name)} = global::System.TimeSpan.FromSeconds({seconds.ToString(CultureInfo.InvariantCulture)})",
        int number => $"{name} = {number.ToString(CultureInfo.InvariantCulture)}",
        _ => null,
    };

    private static bool IsTimeout(string name) => name.EndsWith(Seconds, StringComparison.Ordinal);

    private static string Option(string name) => name.Substring(0, name.Length - Seconds.Length);
}

using System.Collections;
using System.Reflection;
using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>What every step of the pipeline must keep: equal input gives equal output, and nothing holds on to a compilation.</summary>
internal static class Incrementality
{
    /// <summary>The steps that have a name.</summary>
    public static IReadOnlySet<string> Tracked { get; } =
        typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

    public static void AssertUnchanged(GeneratorDriver driver)
    {
        var changed = from result in driver.GetRunResult().Results
                      from step in result.TrackedSteps
                      where Tracked.Contains(step.Key)
                      from run in step.Value
                      from output in run.Outputs
                      where output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
                      select $"{step.Key}: {output.Reason}";
        Assert.Empty(changed);
    }

    public static void AssertNoRoslynObjects(GeneratorDriver driver)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, steps) in driver.GetRunResult().Results.SelectMany(result => result.TrackedSteps))
        {
            if (!Tracked.Contains(name))
                continue;
            foreach (var (value, _) in steps.SelectMany(step => step.Outputs))
                Walk(value, name, seen);
        }
    }

    /// <summary>Why each output of a step was computed in the driver's last run.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        [.. driver.GetRunResult().Results.SelectMany(result => result.TrackedSteps).Where(pair => pair.Key == step)
            .SelectMany(pair => pair.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or AttributeData,
            $"{path} holds a {value.GetType()}");
        // A descriptor is one of a fixed set of statics.
        if (value is DiagnosticDescriptor)
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path, seen);
            return;
        }
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}

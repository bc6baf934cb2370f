using System.CommandLine;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>What every command that writes files has: show the plan or do it.</summary>
/// <param name="force">What <c>--force</c> does.</param>
internal sealed class PlanOptions(string force = "Replace files that are there and differ.")
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show which files would be written, and write nothing." };
    private readonly Option<bool> _diff = new("--diff") { Description = "Show every change as a diff, and write nothing." };
    private readonly Option<bool> _force = new("--force") { Description = force };

    public void AddTo(Command command)
    {
        command.Options.Add(_dryRun);
        command.Options.Add(_diff);
        command.Options.Add(_force);
    }

    /// <summary>Whether files that differ are replaced. In a diff they are: nothing is written, and their differences are what is asked for.</summary>
    public bool IsForced(ParseResult parsed) => parsed.GetValue(_force) || parsed.GetValue(_diff);

    /// <summary>Whether the plan is only shown.</summary>
    public bool IsShown(ParseResult parsed) => parsed.GetValue(_dryRun) || parsed.GetValue(_diff);

    /// <summary>Makes the plan, then shows it or applies it.</summary>
    /// <remarks>Not on the caller's thread: Ctrl-C is listened for once the command has given back its task, and not before.</remarks>
    /// <returns>Whether it was applied.</returns>
    public Task<bool> RunAsync(ParseResult parsed, CliEnvironment environment, Func<IFileSystem, Plan> makePlan, CancellationToken cancellationToken) =>
        Task.Run(() => Run(parsed, environment, makePlan, cancellationToken), cancellationToken);

    private bool Run(ParseResult parsed, CliEnvironment environment, Func<IFileSystem, Plan> makePlan, CancellationToken cancellationToken)
    {
        var files = environment.Files;
        var applier = new PlanApplier(files);
        if (applier.Recover())
            environment.Error.WriteLine("kbnet: undid what an interrupted command had left half done");
        var plan = makePlan(files);
        foreach (var note in plan.Notes)
            environment.Error.WriteLine($"kbnet: note: {note}");
        if (parsed.GetValue(_diff))
        {
            PlanView.ShowDiff(environment, plan);
            return false;
        }
        if (!parsed.GetValue(_dryRun))
            Apply(applier, plan, cancellationToken);
        PlanView.Show(environment, plan);
        return !parsed.GetValue(_dryRun);
    }

    private static void Apply(PlanApplier applier, Plan plan, CancellationToken cancellationToken)
    {
        try
        {
            applier.Apply(plan, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScaffoldException($"{e.Message.TrimEnd('.')}. Nothing was written: mend that, then run again", e);
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException("cancelled: nothing was written", e, cancellationToken);
        }
    }
}

using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Deleting;
using KubeBuilderNet.Scaffolding.Editing;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Regenerating;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class PlanApplierTests
{
    private sealed class KilledException : Exception;

    // What stands before, and the command that is cut short: files come, change and go.
    private static readonly Dictionary<string, (Func<MemoryFileSystem> Start, Func<MemoryFileSystem, Plan> Plan)> Commands = new()
    {
        ["init"] = (() => new MemoryFileSystem(), files => InitScaffold.Plan(files, Scaffold.Options)),
        ["create api"] = (() => Scaffold.Init(), Plan),
        ["delete api"] = (Api, files => DeleteApiScaffold.Plan(files, new DeleteApiOptions { Group = "apps", Version = "v1beta1", Kind = "HTTPClient" })),
        ["edit --namespaced"] = (Api, files => EditScaffold.Plan(files, new EditOptions { Namespaced = true, Enable = ["certmanager"] })),
        ["edit --namespaced=false"] = (
            () => Scaffold.Init(Scaffold.Options with { Namespaced = true }).Create(Scaffold.Api()), files => EditScaffold.Plan(files, new EditOptions { Namespaced = false })),
        ["alpha generate"] = (Edited, files => RegenerateScaffold.Plan(files, files, "0.2.0", "0.2.0", force: true)),
    };

    public static TheoryData<string> CommandNames => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void A_failure_at_any_operation_leaves_the_project_as_it_was_or_as_planned(string command)
    {
        var (start, plan) = (Commands[command].Start(), Commands[command].Plan);
        var asItWas = start.Describe();
        var (asPlanned, operations) = Done(start, plan);
        Assert.True(operations > 10, "the plan must have operations to fail at");
        for (var failing = 0; failing < operations; failing++)
        {
            var files = start.Copy();
            var made = plan(files);
            var at = failing;
            files.BeforeWrite = number => { if (number == at) throw new IOException("disk full"); };
            var failed = Record.Exception(() => new PlanApplier(files).Apply(made, TestContext.Current.CancellationToken)) is not null;
            files.BeforeWrite = null;
            new PlanApplier(files).Recover();
            Assert.Equal(failed ? asItWas : asPlanned, files.Describe());
        }
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void A_kill_at_any_operation_is_undone_by_the_next_command_or_had_been_finished(string command)
    {
        var (start, plan) = (Commands[command].Start(), Commands[command].Plan);
        var asItWas = start.Describe();
        var (asPlanned, operations) = Done(start, plan);
        var outcomes = new HashSet<string>();
        for (var last = 0; last < operations; last++)
        {
            var files = Killed(start, plan, last);
            new PlanApplier(files).Recover();
            Assert.Contains(files.Describe(), new[] { asItWas, asPlanned });
            outcomes.Add(files.Describe());
        }
        Assert.Equal(2, outcomes.Count);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void A_kill_while_undoing_is_undone_by_the_command_after_it(string command)
    {
        var (start, plan) = (Commands[command].Start(), Commands[command].Plan);
        var (asItWas, operations) = (start.Describe(), Done(start, plan).Operations);
        // The last moment before the plan counts as done: undoing has most to do.
        var half = Enumerable.Range(0, operations).Select(number => Killed(start, plan, number)).Last(files =>
        {
            var recovered = files.Copy();
            new PlanApplier(recovered).Recover();
            return recovered.Describe() == asItWas;
        });
        for (var last = 0; ; last++)
        {
            var files = half.Copy();
            var at = last;
            files.BeforeWrite = number => { if (number >= at) throw new KilledException(); };
            var wasKilled = Record.Exception(() => { new PlanApplier(files).Recover(); }) is KilledException;
            files.BeforeWrite = null;
            new PlanApplier(files).Recover();
            Assert.Equal(asItWas, files.Describe());
            if (!wasKilled)
                break;
        }
    }

    [Fact]
    public void Cancelling_before_the_first_rename_leaves_nothing()
    {
        var files = Scaffold.Init();
        var asItWas = files.Describe();
        var plan = Plan(files);
        using var cancellation = new CancellationTokenSource();
        files.BeforeWrite = number => { if (number == 3) cancellation.Cancel(); };
        Assert.Throws<OperationCanceledException>(() => new PlanApplier(files).Apply(plan, cancellation.Token));
        Assert.Equal(asItWas, files.Describe());
    }

    [Fact]
    public void A_file_that_changed_since_the_plan_was_made_stops_it()
    {
        var files = Scaffold.Init();
        var plan = Plan(files);
        files.Put("config/rbac/kustomization.yaml", "resources: [mine.yaml]\n");
        var asItWas = files.Describe();
        var error = Scaffold.Error(() => new PlanApplier(files).Apply(plan, TestContext.Current.CancellationToken));
        Assert.Equal("config/rbac/kustomization.yaml changed while the command ran: nothing was written, run it again", error);
        Assert.Equal(asItWas, files.Describe());
    }

    [Fact]
    public void Recovery_leaves_alone_what_the_user_edited_after_a_kill()
    {
        var files = Scaffold.Init();
        var plan = Plan(files);
        files.BeforeWrite = _ => { if (files.FileExists("Controllers/HTTPClientReconciler.cs")) throw new KilledException(); };
        Assert.Throws<KilledException>(() => new PlanApplier(files).Apply(plan, TestContext.Current.CancellationToken));
        files.BeforeWrite = null;
        files.Files["Api/V1Beta1/HTTPClient.cs"] = "// mine";
        Assert.True(new PlanApplier(files).Recover());
        Assert.Equal("// mine", files.Files["Api/V1Beta1/HTTPClient.cs"]);
        Assert.False(files.FileExists("Controllers/HTTPClientReconciler.cs"));
    }

    [Fact]
    public void A_file_in_the_place_of_a_directory_is_named()
    {
        var files = Scaffold.Init();
        files.Put("Controllers", "a file");
        Assert.Equal("Controllers is a file, and must be a directory: move it away",
            Scaffold.Error(() => new PlanApplier(files).Apply(Plan(files), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void The_disk_gets_exactly_what_was_planned()
    {
        var folder = Directory.CreateTempSubdirectory("kbnet-test-");
        try
        {
            var files = new PhysicalFileSystem(folder.FullName);
            new PlanApplier(files).Apply(InitScaffold.Plan(files, Scaffold.Options), TestContext.Current.CancellationToken);
            new PlanApplier(files).Apply(CreateApiScaffold.Plan(files, Scaffold.Api()), TestContext.Current.CancellationToken);
            var onDisk = folder.EnumerateFiles("*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), file => File.ReadAllText(file.FullName));
            var inMemory = Scaffold.Init().Create(Scaffold.Api()).Files;
            Assert.Equal(inMemory.OrderBy(f => f.Key, StringComparer.Ordinal), onDisk.OrderBy(f => f.Key, StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Plan Plan(MemoryFileSystem files) => CreateApiScaffold.Plan(files, Scaffold.Api());

    private static MemoryFileSystem Killed(MemoryFileSystem start, Func<MemoryFileSystem, Plan> plan, int operation)
    {
        var files = start.Copy();
        var made = plan(files);
        files.BeforeWrite = number => { if (number >= operation) throw new KilledException(); };
        Assert.Throws<KilledException>(() => new PlanApplier(files).Apply(made, TestContext.Current.CancellationToken));
        files.BeforeWrite = null;
        return files;
    }

    private static MemoryFileSystem Api() => Scaffold.Init().Create(Scaffold.Api());

    private static MemoryFileSystem Edited()
    {
        var files = Api();
        files.Files["Program.cs"] = "// mine";
        files.Files.Remove("Makefile");
        return files;
    }

    private static (string Tree, int Operations) Done(MemoryFileSystem start, Func<MemoryFileSystem, Plan> plan)
    {
        var files = start.Copy();
        files.BeforeWrite = _ => { };
        new PlanApplier(files).Apply(plan(files), TestContext.Current.CancellationToken);
        return (files.Describe(), files.Writes);
    }
}

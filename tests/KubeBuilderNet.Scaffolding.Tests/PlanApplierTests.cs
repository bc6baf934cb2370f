using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class PlanApplierTests
{
    private sealed class KilledException : Exception;

    [Fact]
    public void A_failure_at_any_operation_leaves_the_project_as_it_was_or_as_planned()
    {
        var start = Scaffold.Init();
        var asItWas = start.Describe();
        var (asPlanned, operations) = Done(start);
        Assert.True(operations > 20, "the plan must have operations to fail at");
        for (var failing = 0; failing < operations; failing++)
        {
            var files = start.Copy();
            var plan = Plan(files);
            var at = failing;
            files.BeforeWrite = number => { if (number == at) throw new IOException("disk full"); };
            var failed = Record.Exception(() => new PlanApplier(files).Apply(plan, TestContext.Current.CancellationToken)) is not null;
            files.BeforeWrite = null;
            new PlanApplier(files).Recover();
            Assert.Equal(failed ? asItWas : asPlanned, files.Describe());
        }
    }

    [Fact]
    public void A_kill_at_any_operation_is_undone_by_the_next_command_or_had_been_finished()
    {
        var start = Scaffold.Init();
        var asItWas = start.Describe();
        var (asPlanned, operations) = Done(start);
        var outcomes = new HashSet<string>();
        for (var last = 0; last < operations; last++)
        {
            var files = start.Copy();
            var plan = Plan(files);
            var at = last;
            files.BeforeWrite = number => { if (number >= at) throw new KilledException(); };
            Assert.Throws<KilledException>(() => new PlanApplier(files).Apply(plan, TestContext.Current.CancellationToken));
            files.BeforeWrite = null;
            new PlanApplier(files).Recover();
            Assert.Contains(files.Describe(), new[] { asItWas, asPlanned });
            outcomes.Add(files.Describe());
        }
        Assert.Equal(2, outcomes.Count);
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
            new PlanApplier(files).Apply(Scaffolding.Init.InitScaffold.Plan(files, Scaffold.Options), TestContext.Current.CancellationToken);
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

    private static (string Tree, int Operations) Done(MemoryFileSystem start)
    {
        var files = start.Copy();
        files.BeforeWrite = _ => { };
        new PlanApplier(files).Apply(Plan(files), TestContext.Current.CancellationToken);
        return (files.Describe(), files.Writes);
    }
}

using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Init;

namespace KubeBuilderNet.Scaffolding.Tests.Support;

/// <summary>Runs the two commands in memory.</summary>
internal static class Scaffold
{
    public static InitOptions Options { get; } = new()
    {
        Domain = "baihl.io",
        ProjectName = "httpclient",
        FolderName = "folder",
        PackageVersion = "0.1.0",
        CliVersion = "0.1.0",
    };

    public static CreateApiOptions Api(string version = "v1beta1", string kind = "HTTPClient", string group = "apps") =>
        new() { Group = group, Version = version, Kind = kind };

    public static MemoryFileSystem Init(InitOptions? options = null)
    {
        var files = new MemoryFileSystem();
        new PlanApplier(files).Apply(InitScaffold.Plan(files, options ?? Options), TestContext.Current.CancellationToken);
        return files;
    }

    public static MemoryFileSystem Create(this MemoryFileSystem files, CreateApiOptions options)
    {
        new PlanApplier(files).Apply(CreateApiScaffold.Plan(files, options), TestContext.Current.CancellationToken);
        return files;
    }

    public static string Error(Action action) => Assert.Throws<ScaffoldException>(action).Message;
}

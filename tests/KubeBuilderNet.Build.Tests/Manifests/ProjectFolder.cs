using System.Collections;
using Microsoft.Build.Framework;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Build.Tests.Manifests;

/// <summary>A project in a temporary folder: compiles an assembly with given manifests and runs the task on it.</summary>
internal sealed class ProjectFolder : IDisposable, IBuildEngine
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kbn-build-");

    internal List<string> Errors { get; } = [];

    internal List<string> Messages { get; } = [];

    internal string Name { get; init; } = "demo";

    internal string Path(string relative) => System.IO.Path.Combine(_root.FullName, relative);

    internal string Read(string relative) => File.ReadAllText(Path(relative));

    internal bool Exists(string relative) => File.Exists(Path(relative));

    internal void Put(string relative, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
        File.WriteAllText(Path(relative), content);
    }

    /// <summary>Builds an assembly that carries these manifests and writes them.</summary>
    internal bool Build(params (string Path, string Json)[] manifests)
    {
        Compile(manifests);
        return Write();
    }

    internal bool Write()
    {
        Messages.Clear();
        return new WriteManifests
        {
            BuildEngine = this,
            Assembly = Path(Name + ".dll"),
            ConfigDirectory = Path("config"),
            Project = Name,
            StampFile = Path("obj/" + Name + ".manifests"),
        }.Execute();
    }

    private void Compile((string Path, string Json)[] manifests)
    {
        var attributes = manifests.Select(m =>
            $"[assembly: KubeBuilderNet.KubernetesManifest({SymbolDisplay.FormatLiteral(m.Path, true)}, {SymbolDisplay.FormatLiteral(m.Json, true)})]");
        var result = CSharpCompilation.Create(Name)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddReferences(References)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(string.Join('\n', attributes)))
            .Emit(Path(Name + ".dll"));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    public void Dispose() => _root.Delete(recursive: true);

    bool IBuildEngine.ContinueOnError => false;

    int IBuildEngine.LineNumberOfTaskNode => 0;

    int IBuildEngine.ColumnNumberOfTaskNode => 0;

    string IBuildEngine.ProjectFileOfTaskNode => "";

    void IBuildEngine.LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e.Code + ": " + e.Message);

    void IBuildEngine.LogWarningEvent(BuildWarningEventArgs e) => Errors.Add(e.Message!);

    void IBuildEngine.LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message!);

    void IBuildEngine.LogCustomEvent(CustomBuildEventArgs e) => Messages.Add(e.Message!);

    bool IBuildEngine.BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;
}

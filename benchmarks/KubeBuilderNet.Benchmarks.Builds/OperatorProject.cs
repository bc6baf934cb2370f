using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KubeBuilderNet.Benchmarks.Builds;

/// <summary>A user's project in a temporary folder, which takes the package's parts from this checkout.</summary>
internal sealed partial class OperatorProject : IDisposable
{
    private const string Comment = "Words.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kbn-benchmark-");
    private readonly string _edited;
    private readonly string _source;
    private int _edits;

    private OperatorProject(IReadOnlyList<string> sources)
    {
        Write("operator.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="KubernetesClient" Version="{Version("KubernetesClient")}" />
                <PackageReference Include="YamlDotNet" Version="{Version("YamlDotNet")}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="{Version("Microsoft.Extensions.Hosting")}" />
              </ItemGroup>
            </Project>
            """);
        Write("Directory.Build.props", $"""<Project><Import Project="{Artifacts.Root}generators/KubeBuilderNet.Build/build/KubeBuilderNet.props" /></Project>""");
        Write("Directory.Build.targets", $"""
            <Project>
              <PropertyGroup>
                <KubeBuilderTaskAssembly>{Artifacts.BuildTask}</KubeBuilderTaskAssembly>
                <KubeBuilderWriteManifests Condition="'$(WithKubeBuilder)' == 'false'">false</KubeBuilderWriteManifests>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{string.Join(';', Artifacts.Runtime)}" />
                <Analyzer Include="{Artifacts.Generators}" Condition="'$(WithKubeBuilder)' != 'false'" />
              </ItemGroup>
              <Import Project="{Artifacts.Root}generators/KubeBuilderNet.Build/build/KubeBuilderNet.targets" />
            </Project>
            """);
        for (var i = 0; i < sources.Count; i++)
            Write($"Source{i}.cs", sources[i]);
        _edited = Path.Combine(_folder.FullName, "Source0.cs");
        _source = sources[0];
        Run(["restore", "-v:quiet"], isWarm: true);
    }

    /// <summary>Kinds with a reconciler each.</summary>
    public static OperatorProject OfTypes(int count) => new(
    [
        .. Enumerable.Range(0, count).Select(index => Sources.Resource(index, podTemplate: false, Comment)),
        .. Enumerable.Range(0, count).Select(index => Sources.Reconciler(index, "5")),
        Sources.Usings,
    ]);

    /// <summary>The CronJob that controller-gen is tested with: 740 kB of YAML.</summary>
    public static OperatorProject OfCronJob() => new(
    [
        Reference().Replace(File.ReadAllText(Path.Combine(Artifacts.Root, "tests/KubeBuilderNet.Generators.Tests/_data/Conformance/cronjobs.cs")), $"/// <summary>{Comment}</summary>"),
        Sources.Usings + "\nglobal using System.Text.Json;global using System.Text.Json.Nodes;global using System.Text.Json.Serialization;",
    ]);

    /// <summary>Changes a comment of a spec and runs <c>dotnet</c> with these arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="isWarm">Whether compiler and MSBuild may go on in servers, as they do by default.</param>
    /// <returns>The milliseconds that it took.</returns>
    public double EditAndRun(string[] arguments, bool isWarm)
    {
        File.WriteAllText(_edited, _source.Replace(Comment, $"Words, {++_edits}.", StringComparison.Ordinal));
        return Run(arguments, isWarm);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private double Run(string[] arguments, bool isWarm)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true };
        start.Environment["UseSharedCompilation"] = isWarm ? "true" : "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = isWarm ? "0" : "1";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static string Version(string package) =>
        Regex.Match(File.ReadAllText(Path.Combine(Artifacts.Root, "Directory.Packages.props")), $"Include=\"{Regex.Escape(package)}\" Version=\"([^\"]+)").Groups[1].Value;

    // A comment of the sources that stands for a description elsewhere.
    [GeneratedRegex("/// @[\\w.]+")]
    private static partial Regex Reference();
}

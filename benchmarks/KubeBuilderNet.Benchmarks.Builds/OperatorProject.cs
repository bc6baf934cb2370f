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
              <ItemGroup><PackageReference Include="KubernetesClient" Version="{ClientVersion()}" /></ItemGroup>
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
                <Reference Include="{Artifacts.Abstractions}" />
                <Analyzer Include="{Artifacts.Generators}" Condition="'$(WithKubeBuilder)' != 'false'" />
              </ItemGroup>
              <Import Project="{Artifacts.Root}generators/KubeBuilderNet.Build/build/KubeBuilderNet.targets" />
            </Project>
            """);
        for (var i = 0; i < sources.Count; i++)
            Write($"Source{i}.cs", sources[i]);
        _edited = Path.Combine(_folder.FullName, "Source0.cs");
        _source = sources[0];
        Run(["restore", "-v:quiet"]);
    }

    public static OperatorProject OfTypes(int count) => new(
        [.. Enumerable.Range(0, count).Select(index => Sources.Resource(index, podTemplate: false, Comment)), Usings]);

    /// <summary>The CronJob that controller-gen is tested with: 740 kB of YAML.</summary>
    public static OperatorProject OfCronJob() => new(
    [
        File.ReadAllText(Path.Combine(Artifacts.Root, "tests/KubeBuilderNet.Generators.Tests/_data/Conformance/cronjobs.cs")).Replace("/// @", $"/// <summary>{Comment}</summary> @", StringComparison.Ordinal),
        Usings + "global using System.Text.Json;global using System.Text.Json.Nodes;global using System.Text.Json.Serialization;",
    ]);

    /// <summary>Changes a comment of a spec and runs <c>dotnet</c> with these arguments.</summary>
    /// <returns>The milliseconds that it took.</returns>
    public double EditAndRun(string[] arguments)
    {
        File.WriteAllText(_edited, _source.Replace(Comment, $"Words, {++_edits}.", StringComparison.Ordinal));
        return Run(arguments);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // What needs the runtime isn't compiled here.
    private static string Usings => string.Join('\n', Sources.Usings.Split('\n').Where(line => !line.Contains("Reconciling", StringComparison.Ordinal))) + "\n";

    private double Run(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static string ClientVersion() => Client().Match(File.ReadAllText(Path.Combine(Artifacts.Root, "Directory.Packages.props"))).Groups[1].Value;

    [GeneratedRegex("""Include="KubernetesClient" Version="([^"]+)""")]
    private static partial Regex Client();
}

using System.Text;
using System.Text.Json;
using KubeBuilderNet.Build.Manifests;

namespace KubeBuilderNet.Cli.Building;

/// <summary>Compiles a project for its manifests: by the compiler alone where it is known how the build calls it, else by a whole build.</summary>
/// <param name="project">The project.</param>
internal sealed class ManifestBuild(UserProject project)
{
    private string CallFile => Path.Combine(project.Cache, "compiler.json");

    /// <summary>The manifests as the sources say them now.</summary>
    /// <param name="generated">A folder for the C# that the generators write; null for none.</param>
    /// <param name="cancellationToken">Ends the compiler too.</param>
    /// <exception cref="BuildFailedException">The sources have errors.</exception>
    public async Task<BuiltManifests> RunAsync(string? generated, CancellationToken cancellationToken)
    {
        var call = Known() ?? await LearnAsync(cancellationToken);
        Directory.CreateDirectory(project.Cache);
        var assembly = Path.Combine(project.Cache, call.AssemblyName + ".dll");
        string[] more = generated is null ? [] : [$"/generatedfilesout:{generated}"];
        var answers = Path.Combine(project.Cache, "compiler.rsp");
        await File.WriteAllTextAsync(answers, Answers(call.ForManifests(assembly, more)), cancellationToken);
        var run = await ProcessRun.OfAsync("dotnet", ["exec", call.Compiler, "/shared", "/noconfig", "@" + answers], project.Folder, cancellationToken);
        if (run.Code != 0)
            throw new BuildFailedException(run.Error + run.Output);
        return new BuiltManifests(call.AssemblyName, call.ConfigFolder, ManifestReader.Read(assembly));
    }

    private CompilerCall? Known()
    {
        try
        {
            using var file = File.OpenRead(CallFile);
            var call = JsonSerializer.Deserialize(file, CompilerCallJson.Default.CompilerCall);
            return call is not null && call.Fingerprint.Length > 0 && call.Fingerprint == Fingerprint.Of(project, call.Arguments) ? call : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private async Task<CompilerCall> LearnAsync(CancellationToken cancellationToken)
    {
        var call = await BuildDriver.BuildAsync(project, cancellationToken);
        Directory.CreateDirectory(project.Cache);
        await File.WriteAllTextAsync(CallFile, JsonSerializer.Serialize(call, CompilerCallJson.Default.CompilerCall), cancellationToken);
        return call;
    }

    private static string Answers(IEnumerable<string> arguments)
    {
        var text = new StringBuilder();
        foreach (var argument in arguments.Where(argument => !argument.Equals("/noconfig", StringComparison.OrdinalIgnoreCase)))
            text.Append(Quoted(argument)).Append('\n');
        return text.ToString();
    }

    private static string Quoted(string argument) =>
        argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}

/// <summary>What a project's assembly says about its manifests.</summary>
/// <param name="AssemblyName">The assembly's name, which generated files carry.</param>
/// <param name="ConfigFolder">The project's folder for them.</param>
/// <param name="Manifests">The manifests.</param>
internal sealed record BuiltManifests(string AssemblyName, string ConfigFolder, IReadOnlyList<Manifest> Manifests);

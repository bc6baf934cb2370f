using System.Text.Json.Serialization;

namespace KubeBuilderNet.Cli.Building;

/// <summary>How the build calls the compiler for a project, and what else of the build matters for manifests.</summary>
/// <param name="Fingerprint">Of all that could change the rest.</param>
/// <param name="Compiler">The compiler's assembly.</param>
/// <param name="Arguments">The compiler's arguments.</param>
/// <param name="AssemblyName">The name of the assembly, which generated files carry.</param>
/// <param name="ConfigFolder">The folder of the manifests.</param>
internal sealed record CompilerCall(string Fingerprint, string Compiler, IReadOnlyList<string> Arguments, string AssemblyName, string ConfigFolder)
{
    // What the build makes beside the assembly.
    private static readonly string[] SideOutputs =
        ["out", "refout", "doc", "pdb", "debug", "errorlog", "sourcelink", "generatedfilesout", "reportivts", "embed", "keyfile"];

    /// <summary>The arguments of a call that writes one assembly without code, quickly: its attributes are all that is asked for.</summary>
    public IEnumerable<string> ForManifests(string output, params IEnumerable<string> more) =>
        [.. Arguments.Where(argument => !IsSideOutput(argument)), $"/out:{output}", "/refonly", "/nologo", "/skipanalyzers+", "/debug-", .. more];

    private static bool IsSideOutput(string argument) =>
        argument is ['/' or '-', ..]
        && Array.Exists(SideOutputs, name => argument.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (argument.Length == name.Length + 1 || argument[name.Length + 1] is ':' or '+' or '-'));
}

/// <summary>Reads and writes calls without reflection.</summary>
[JsonSerializable(typeof(CompilerCall))]
internal sealed partial class CompilerCallJson : JsonSerializerContext;

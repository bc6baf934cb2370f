using KubeBuilderNet.Testing;

namespace KubeBuilderNet.PackageTests;

/// <summary>The programs that lie beside the API servers.</summary>
internal static class Tools
{
    internal static Task<CommandResult> KustomizeAsync(string folder, string overlay) => Shell.RunAsync(folder, PathOf("kustomize"), "build", overlay);

    internal static Task<CommandResult> KubectlAsync(string folder, ApiServer server, params string[] arguments) =>
        Shell.RunAsync(folder, new Dictionary<string, string?> { ["KUBECONFIG"] = server.KubeconfigPath }, PathOf("kubectl"), arguments);

    internal static string PathOf(string program) => Path.Combine(Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS")!, program);
}

using System.Reflection;
using System.Runtime.InteropServices;

namespace KubeBuilderNet.Client.Rest;

internal static class UserAgent
{
    internal static string Default { get; } = Build();

    private static string Build()
    {
        var name = (Assembly.GetEntryAssembly() ?? typeof(UserAgent).Assembly).GetName();
        var program = new string([.. (name.Name ?? "dotnet").Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')]);
        return $"{program}/{name.Version?.ToString(3) ?? "0"} ({OperatingSystem()}/{RuntimeInformation.OSArchitecture}) KubeBuilderNet";
    }

    private static string OperatingSystem() =>
        System.OperatingSystem.IsWindows() ? "windows" : System.OperatingSystem.IsMacOS() ? "darwin" : "linux";
}

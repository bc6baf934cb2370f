using System.Reflection;

namespace KubeBuilderNet.Cli;

/// <summary>The version of this tool, which is that of the packages made with it.</summary>
internal static class ToolVersion
{
    public static string Text =>
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

namespace KubeBuilderNet.Scaffolding.Naming;

/// <summary>Names of files that Windows refuses.</summary>
internal static class WindowsName
{
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>Whether a file of this name, whatever its extension, would be a device.</summary>
    public static bool IsDevice(string name) => Devices.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.Length == 4 && char.IsAsciiDigit(name[3]) && (name.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || name.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
}

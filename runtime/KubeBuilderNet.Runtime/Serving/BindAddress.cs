using System.Globalization;
using System.Net;
using KubeBuilderNet.Managing;

namespace KubeBuilderNet.Serving;

/// <summary>Where to listen, as Go writes it: <c>:8443</c>, <c>127.0.0.1:8443</c>, <c>[::1]:8443</c>.</summary>
/// <param name="Flag">The flag that says so, for messages.</param>
/// <param name="Text">The address as it was given.</param>
/// <param name="Address">The address; null for all of this machine's.</param>
/// <param name="Port">The port; 0 for any that is free.</param>
internal sealed record BindAddress(string Flag, string Text, IPAddress? Address, int Port)
{
    /// <summary>The address that a flag gives; null for none: <c>0</c>, or nothing at all.</summary>
    /// <exception cref="ManagerException">It is no address.</exception>
    internal static BindAddress? Parse(string flag, string? text)
    {
        if (text is null or "" or "0")
            return null;
        var colon = text.LastIndexOf(':');
        if (colon >= 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            switch (text[..colon])
            {
                case "":
                    return new BindAddress(flag, text, null, port);
                case "localhost":
                    return new BindAddress(flag, text, IPAddress.Loopback, port);
                case var host when IPAddress.TryParse(host, out var address) && (host[0] == '[' || !host.Contains(':', StringComparison.Ordinal)):
                    return new BindAddress(flag, text, address, port);
            }
        }
        throw new ManagerException($"{Flags.Called(flag)}: '{text}' is no address: write ':8443', '127.0.0.1:8443' or '[::1]:8443', or '0' for none.");
    }

    public override string ToString() => Text;
}

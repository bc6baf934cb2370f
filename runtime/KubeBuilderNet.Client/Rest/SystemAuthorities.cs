using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KubeBuilderNet.Client.Rest;

/// <summary>The machine's certificate authorities.</summary>
public static class SystemAuthorities
{
    private static int _isBegun;

    /// <summary>
    /// Begins to read them in the background. On Linux .NET reads them all before its first TLS connection, whichever it is to trust, and
    /// takes some 200 ms for 150: time in which a program can start. Called by <see cref="Configuration.ClusterConfiguration"/>, too; once is enough.
    /// </summary>
    public static void ReadAhead()
    {
        if (OperatingSystem.IsLinux() && Interlocked.Exchange(ref _isBegun, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Read(), null);
    }

    private static void Read()
    {
        try
        {
            using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
            store.Open(OpenFlags.ReadOnly);
            foreach (var certificate in store.Certificates)
                certificate.Dispose();
        }
        catch (CryptographicException)
        {
            // A machine without authorities; the connection says so, if it needs any.
        }
    }
}

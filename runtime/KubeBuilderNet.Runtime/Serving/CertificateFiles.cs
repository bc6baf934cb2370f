using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KubeBuilderNet.Managing;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Serving;

/// <summary>A server's certificate that others renew in files. Follows controller-runtime's <c>certwatcher</c>.</summary>
/// <remarks>
/// The files' contents are compared, not their times: a pod's secrets are links to links, whose own times don't change. A pair that can't
/// be read leaves the one before in use.
/// </remarks>
internal sealed class CertificateFiles
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly string _certificate;
    private readonly string _key;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lock _gate = new();
    private (string Certificate, string Key) _texts;
    private SslServerAuthenticationOptions _options;
    private long _readAt;

    /// <exception cref="ManagerException">The files can't be used; the message names the flag.</exception>
    internal CertificateFiles(string flag, string certificate, string key, TimeProvider time, ILogger log)
    {
        (_certificate, _key, _time, _log) = (certificate, key, time, log);
        try
        {
            _texts = Read();
            _options = Load(_texts);
        }
        catch (Exception e) when (IsUnusable(e))
        {
            throw new ManagerException($"{Flags.Called(flag)}: the certificate in '{certificate}' and '{key}' can't be used: {e.Message}");
        }
        _readAt = time.GetTimestamp();
    }

    /// <summary>How a connection is secured now.</summary>
    internal SslServerAuthenticationOptions Current
    {
        get
        {
            lock (_gate)
            {
                if (_time.GetElapsedTime(_readAt) >= Interval)
                    Refresh();
                return _options;
            }
        }
    }

    private void Refresh()
    {
        _readAt = _time.GetTimestamp();
        try
        {
            var texts = Read();
            if (texts == _texts)
                return;
            _options = Load(texts);
            _texts = texts;
            _log.LogInformation("The certificate in {File} has changed and is used from now on", _certificate);
        }
        catch (Exception e) when (IsUnusable(e))
        {
            _log.LogWarning("The certificate in {File} can't be read again; the one before stays in use: {Reason}", _certificate, e.Message);
        }
    }

    private (string Certificate, string Key) Read() => (File.ReadAllText(_certificate), File.ReadAllText(_key));

    private static SslServerAuthenticationOptions Load((string Certificate, string Key) texts)
    {
        using var certificate = X509Certificate2.CreateFromPem(texts.Certificate, texts.Key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(texts.Certificate);
        return ServerTls.Of(certificate, chain);
    }

    private static bool IsUnusable(Exception e) => e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;
}

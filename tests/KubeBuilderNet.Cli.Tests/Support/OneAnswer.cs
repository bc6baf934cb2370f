using System.Net;
using System.Text;

namespace KubeBuilderNet.Cli.Tests.Support;

/// <summary>A web server on loopback that answers everything alike.</summary>
internal sealed class OneAnswer : IDisposable
{
    private readonly HttpListener _listener = new();

    public OneAnswer(HttpStatusCode code, string text)
    {
        Address = $"http://127.0.0.1:{FakeCluster.FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync(code, text);
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync(HttpStatusCode code, string text)
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            context.Response.StatusCode = (int)code;
            context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
        }
    }
}

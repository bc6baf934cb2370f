using System.Net.Security;
using Microsoft.AspNetCore.Http;

namespace KubeBuilderNet.Serving;

/// <summary>An address and what is answered there.</summary>
/// <param name="Address">Where to listen.</param>
/// <param name="Handle">Answers a request.</param>
/// <param name="Tls">How each connection is secured; null for plain HTTP.</param>
internal sealed record HttpEndpoint(BindAddress Address, RequestDelegate Handle, Func<SslServerAuthenticationOptions>? Tls = null);

using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>A webhook and the attribute that declares it; or what is wrong with it.</summary>
internal sealed record DeclaredWebhook(Webhook? Webhook, LocationInfo? Location, DiagnosticInfo? Diagnostic);

using KubeBuilderNet.Client.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Metrics;

/// <summary>Answers <c>/metrics</c>: 401 without a token that the API server knows, 403 without the right to get the path.</summary>
/// <param name="collector">What is told.</param>
/// <param name="authorizer">Decides on tokens; null to tell everybody.</param>
/// <param name="log">Is told when nobody can decide.</param>
internal sealed class MetricsEndpoint(PrometheusCollector collector, TokenAuthorizer? authorizer, ILogger log)
{
    internal const string Path = "/metrics";
    private const string Scheme = "Bearer ";

    internal async Task HandleAsync(HttpContext context)
    {
        var status = await DecideAsync(context);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        if (status != StatusCodes.Status200OK)
            return;
        context.Response.ContentType = PrometheusText.ContentType;
        await context.Response.WriteAsync(collector.Collect(), context.RequestAborted);
    }

    private async Task<int> DecideAsync(HttpContext context)
    {
        if (context.Request.Path != Path)
            return StatusCodes.Status404NotFound;
        return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? await AuthorizeAsync(context)
            : StatusCodes.Status405MethodNotAllowed;
    }

    private async Task<int> AuthorizeAsync(HttpContext context)
    {
        if (authorizer is null)
            return StatusCodes.Status200OK;
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header[Scheme.Length..].Trim() is not { Length: > 0 } token)
            return StatusCodes.Status401Unauthorized;
        try
        {
            return await authorizer.DecideAsync(token, context.RequestAborted) switch
            {
                TokenVerdict.Allowed => StatusCodes.Status200OK,
                TokenVerdict.Forbidden => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status401Unauthorized,
            };
        }
        catch (Exception e) when (e is KubernetesApiException or HttpRequestException or IOException)
        {
            log.LogWarning("The API server can't be asked who may see the metrics: {Reason}. The operator's role must allow create of tokenreviews and subjectaccessreviews", e.Message);
            return StatusCodes.Status500InternalServerError;
        }
    }
}

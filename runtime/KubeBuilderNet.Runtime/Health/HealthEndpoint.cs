using System.Text;
using Microsoft.AspNetCore.Http;

namespace KubeBuilderNet.Health;

/// <summary>Answers <c>/healthz</c> and <c>/readyz</c> as API servers do: <c>ok</c>, or each check with <c>?verbose</c> or when one fails.</summary>
/// <remarks>Follows controller-runtime's <c>healthz.Handler</c>: <c>/readyz/caches</c> asks for one check, <c>?exclude=caches</c> leaves one out.</remarks>
internal sealed class HealthEndpoint(HealthChecks checks)
{
    internal async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache, private";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var (probe, name) = Split(context.Request.Path.Value ?? "");
        var results = probe switch
        {
            "healthz" => await checks.LiveAsync(context.RequestAborted),
            "readyz" => await checks.ReadyAsync(context.RequestAborted),
            _ => null,
        };
        if (results is not null && name.Length > 0)
            results = results.Where(check => check.Name == name).ToList() is { Count: > 0 } one ? one : null;
        if (results is null)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await AnswerAsync(context, probe, results);
    }

    private static (string Probe, string Name) Split(string path)
    {
        var parts = path.Trim('/').Split('/', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static Task AnswerAsync(HttpContext context, string probe, IReadOnlyList<HealthCheck> results)
    {
        var excluded = context.Request.Query["exclude"];
        var asked = results.Where(check => !excluded.Contains(check.Name)).ToList();
        var failed = asked.Exists(static check => check.Problem is not null);
        context.Response.StatusCode = failed ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var isShort = !failed && !context.Request.Query.ContainsKey("verbose");
        return context.Response.WriteAsync(isShort ? "ok" : Listed(probe, asked, failed), context.RequestAborted);
    }

    private static string Listed(string probe, List<HealthCheck> asked, bool failed)
    {
        var text = new StringBuilder();
        foreach (var check in asked)
            text.Append(check.Problem is { } problem ? $"[-]{check.Name} failed: {problem}\n" : $"[+]{check.Name} ok\n");
        return text.Append(probe).Append(failed ? " check failed\n" : " check passed\n").ToString();
    }
}

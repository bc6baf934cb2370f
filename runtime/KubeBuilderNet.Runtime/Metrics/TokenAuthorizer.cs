using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using k8s.Models;
using KubeBuilderNet.Client;

namespace KubeBuilderNet.Metrics;

/// <summary>Asks the API server whose a token is (TokenReview) and whether they may get the metrics (SubjectAccessReview).</summary>
/// <remarks>Follows controller-runtime's <c>filters.WithAuthenticationAndAuthorization</c>. Answers are kept for a minute, under the token's hash.</remarks>
internal sealed class TokenAuthorizer(IClient client, string path, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private const int MaxAnswers = 1000;
    private readonly record struct Answer(TokenVerdict Verdict, long At);
    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    /// <summary>Whether a token may get the path. Throws what the client throws when the API server can't be asked.</summary>
    internal async Task<TokenVerdict> DecideAsync(string token, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (_answers.TryGetValue(key, out var answer) && time.GetElapsedTime(answer.At) < Lifetime)
            return answer.Verdict;
        var verdict = await AskAsync(token, cancellationToken);
        if (_answers.Count >= MaxAnswers)
            _answers.Clear();
        _answers[key] = new Answer(verdict, time.GetTimestamp());
        return verdict;
    }

    private async Task<TokenVerdict> AskAsync(string token, CancellationToken cancellationToken)
    {
        var review = await client.CreateAsync(new V1TokenReview { Metadata = new V1ObjectMeta(), Spec = new V1TokenReviewSpec { Token = token } }, cancellationToken: cancellationToken);
        if (review.Status is not { Authenticated: true, User: { } user })
            return TokenVerdict.Unauthenticated;
        var access = await client.CreateAsync(new V1SubjectAccessReview
        {
            Metadata = new V1ObjectMeta(),
            Spec = new V1SubjectAccessReviewSpec
            {
                User = user.Username,
                Uid = user.Uid,
                Groups = user.Groups,
                Extra = user.Extra,
                NonResourceAttributes = new V1NonResourceAttributes { Path = path, Verb = "get" },
            },
        }, cancellationToken: cancellationToken);
        return access.Status is { Allowed: true } ? TokenVerdict.Allowed : TokenVerdict.Forbidden;
    }
}

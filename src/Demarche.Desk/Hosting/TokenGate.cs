using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Demarche.Desk.Hosting;

/// <summary>Lets in who shows the token: once as ?token= in the address (kept as a cookie then), or as a bearer with each request.</summary>
internal sealed class TokenGate(RequestDelegate next, DeskOptions options)
{
    private const string Cookie = "demarche-token";
    private readonly byte[] _digest = Digest(options.Token!);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Query["token"].ToString() is { Length: > 0 } shown)
        {
            if (!Fits(shown))
                return Refuse(context);
            context.Response.Cookies.Append(Cookie, shown, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, IsEssential = true });
            var rest = QueryString.Create(request.Query.Where(pair => pair.Key != "token").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
            context.Response.Redirect(request.PathBase + request.Path + rest);
            return Task.CompletedTask;
        }
        var header = request.Headers.Authorization.ToString();
        var given = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : request.Cookies[Cookie];
        return given is not null && Fits(given) ? next(context) : Refuse(context);
    }

    private bool Fits(string shown) => CryptographicOperations.FixedTimeEquals(Digest(shown), _digest);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsync("This desk wants its token: open the address with ?token=… at its end.");
    }
}

using System.Globalization;
using System.Text;

namespace Demarche.Store.Queries;

/// <summary>Conditions of a query with the values that are bound to them. Only this library's own words ever become SQL.</summary>
internal sealed class Where
{
    private readonly StringBuilder _sql = new();
    private readonly List<object?> _values = [];

    /// <summary>The values, in the order of their numbers.</summary>
    public object?[] Values => [.. _values];

    /// <summary>Binds a value and gives the name by which SQL refers to it.</summary>
    public string Bind(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{_values.Count}");
    }

    /// <summary>Adds a condition in which each <c>@</c> stands for the value.</summary>
    public Where And(string condition, object? value)
    {
        Join().Append(condition.Replace("@", Bind(value), StringComparison.Ordinal));
        return this;
    }

    /// <summary>Adds a condition without a value.</summary>
    public Where And(string condition)
    {
        Join().Append(condition);
        return this;
    }

    /// <summary>Adds a condition where there is a value.</summary>
    public Where If(string condition, object? value) => value is null ? this : And(condition, value);

    /// <summary>Adds that an expression is one of the values, where there are some.</summary>
    public Where In<T>(string expression, IReadOnlyList<T> values)
    {
        if (values.Count > 0)
            Join().Append(expression).Append(" in (").AppendJoin(", ", values.Select(value => Bind(value))).Append(')');
        return this;
    }

    /// <summary>Adds that a list in a column (bars between) holds one of the values, where there are some.</summary>
    public Where Holds(string column, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            Join().Append('(').AppendJoin(" or ", values.Select(value => $"instr('|' || {column} || '|', '|' || {Bind(value)} || '|') > 0")).Append(')');
        return this;
    }

    /// <summary>The clause, "" where there is no condition.</summary>
    public override string ToString() => _sql.ToString();

    private StringBuilder Join() => _sql.Append(_sql.Length == 0 ? " where " : " and ");
}

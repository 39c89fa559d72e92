#ifndef REFCATALOG_DETAIL_SEQUENCE_VIEW_HPP
#define REFCATALOG_DETAIL_SEQUENCE_VIEW_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/cpp20.hpp>  // must come first

#include <compare>
#include <cstddef>
#include <span>
#include <type_traits>

namespace refcatalog::detail {

/// Makes `iterator->member` work although `*iterator` is a temporary object.
template <class Value>
struct arrow {
    Value value;
    constexpr const Value* operator->() const noexcept { return &value; }
};

/// A position in a sequence, that is, in anything with a static function `at(position)` and a `value_type`. It is a
/// random access iterator, and needs neither an iterator tag nor <iterator>.
template <class Sequence>
class sequence_iterator {
public:
    using difference_type = std::ptrdiff_t;
    using reference = decltype(Sequence::at(std::size_t{}));
    using value_type = typename Sequence::value_type;

    constexpr sequence_iterator() noexcept = default;
    constexpr explicit sequence_iterator(std::size_t position) noexcept : position_{position} {}

    constexpr reference operator*() const noexcept { return Sequence::at(position_); }
    constexpr reference operator[](difference_type n) const noexcept { return *(*this + n); }
    constexpr auto operator->() const noexcept {
        if constexpr (std::is_reference_v<reference>) return &**this;
        else return arrow<value_type>{**this};
    }

    constexpr sequence_iterator& operator+=(difference_type n) noexcept {
        position_ += static_cast<std::size_t>(n);
        return *this;
    }
    constexpr sequence_iterator& operator-=(difference_type n) noexcept {
        position_ -= static_cast<std::size_t>(n);
        return *this;
    }
    constexpr sequence_iterator& operator++() noexcept { return *this += 1; }
    constexpr sequence_iterator& operator--() noexcept { return *this -= 1; }
    constexpr sequence_iterator operator++(int) noexcept { return sequence_iterator{position_++}; }
    constexpr sequence_iterator operator--(int) noexcept { return sequence_iterator{position_--}; }

    friend constexpr sequence_iterator operator+(sequence_iterator it, difference_type n) noexcept { return it += n; }
    friend constexpr sequence_iterator operator+(difference_type n, sequence_iterator it) noexcept { return it += n; }
    friend constexpr sequence_iterator operator-(sequence_iterator it, difference_type n) noexcept { return it -= n; }
    friend constexpr difference_type operator-(sequence_iterator left, sequence_iterator right) noexcept {
        return static_cast<difference_type>(left.position_ - right.position_);
    }

    friend constexpr bool operator==(sequence_iterator, sequence_iterator) noexcept = default;
    friend constexpr auto operator<=>(sequence_iterator, sequence_iterator) noexcept = default;

private:
    std::size_t position_ = 0;
};

/// A part of a sequence: a view that holds two positions. All its functions take constant time; `operator[]`, `front`
/// and `back` require an element that exists.
template <class Sequence>
class sequence_view {
public:
    using iterator = sequence_iterator<Sequence>;
    using value_type = typename Sequence::value_type;

    constexpr sequence_view() noexcept = default;
    constexpr sequence_view(std::size_t first, std::size_t last) noexcept : first_{first}, last_{last} {}

    // Compilers instantiate the iterator only where one of these is called.
    constexpr iterator begin() const noexcept { return iterator{first_}; }
    constexpr iterator end() const noexcept { return iterator{last_}; }

    constexpr std::size_t size() const noexcept { return last_ - first_; }
    constexpr bool empty() const noexcept { return first_ == last_; }

    constexpr decltype(auto) operator[](std::size_t n) const noexcept { return Sequence::at(first_ + n); }
    constexpr decltype(auto) front() const noexcept { return Sequence::at(first_); }
    constexpr decltype(auto) back() const noexcept { return Sequence::at(last_ - 1); }

private:
    std::size_t first_ = 0;
    std::size_t last_ = 0;
};

}  // namespace refcatalog::detail

// <span> declares both for its own view.
template <class Sequence>
inline constexpr bool std::ranges::enable_view<refcatalog::detail::sequence_view<Sequence>> = true;
template <class Sequence>
inline constexpr bool std::ranges::enable_borrowed_range<refcatalog::detail::sequence_view<Sequence>> = true;

#endif
